/**
 * The public API: all that generators and plug-ins may import, by name; `docs/api.md` describes it.
 * @module
 */
export { adaptLegacyBackend } from './backend/adapt-legacy-backend.ts';
export type { LegacyBackend } from './backend/adapt-legacy-backend.ts';
export type { Artifact, ArtifactKey, ArtifactReader } from './backend/artifact.ts';
export { defineArtifact, defineBackend, defineGenerator, defineHook } from './backend/define.ts';
export type { NeededAnswers } from './backend/define.ts';
export { noFacts } from './backend/facts.ts';
export type {
  BackendFacts,
  CommandFact,
  DatabaseFact,
  ExtraFact,
  ExtraSchema,
  MigrationsFact,
  ToolFact,
  VariableFact,
} from './backend/facts.ts';
export type { FileFormat } from './backend/file-format.ts';
export type {
  Answers,
  AnswerValue,
  Backend,
  DiskHook,
  DiskHookContext,
  Exchange,
  ExistingFiles,
  FactsContext,
  FailurePolicy,
  Generator,
  GeneratorContext,
  GeneratorResult,
  Hook,
  HookBase,
  HookInputs,
  HookOption,
  HookOptions,
  HookPhase,
  HookReport,
  HookResult,
  PhaseContext,
  Question,
  RunOptions,
  RunResult,
  StackMember,
  TreeHook,
  TreeHookContext,
} from './backend/types.ts';
export { diagnose } from './diagnostics/diagnose.ts';
export type { DiagnosticParts, PluginCode } from './diagnostics/diagnose.ts';
export { DazzleError, hasErrors } from './diagnostics/diagnostic.ts';
export type { Diagnostic, Place, Severity } from './diagnostics/diagnostic.ts';
export type { DiagnosticCode } from './diagnostics/severities.ts';
export { suggest } from './diagnostics/suggest.ts';
export { kitAsset } from './kit/assets.ts';
export type { KitAsset } from './kit/assets.ts';
export { buildCases } from './kit/cases/build-cases.ts';
export type { Cases, PageCases } from './kit/cases/build-cases.ts';
export { commonChoices } from './kit/cases/case-choices.ts';
export type { CaseChoices, TypeName } from './kit/cases/case-choices.ts';
export type { ExperienceCase, WalkedStep } from './kit/cases/experience-case.ts';
export type { GivenValue, PlainValue } from './kit/cases/given-value.ts';
export type { ListCase, ListCaseOf } from './kit/cases/list-case.ts';
export type { BoundCase, FieldCase, ModelCase, ModelCaseOf, Twins } from './kit/cases/model-case.ts';
export type {
  AskCase,
  DeleteCase,
  FormCase,
  FormEntries,
  FreeCase,
  GoneCase,
  LoginCase,
  MarkupCase,
  ViewCase,
} from './kit/cases/page-case.ts';
export { sampleRule } from './kit/cases/sample-rule.ts';
export type { SampleRule } from './kit/cases/sample-rule.ts';
export type { SpecCase, SpecEntries, SpecStep, SpecValue } from './kit/cases/spec-case.ts';
export { claimName } from './kit/claim-name.ts';
export { certainRenames, countRenames, formerNames } from './kit/count-renames.ts';
export type { NameChange } from './kit/count-renames.ts';
export { keyField, keyKind, labelField } from './kit/fields/entity-fields.ts';
export {
  choicesOf,
  defaultOf,
  isGenerated,
  isGeneratedKey,
  isNeverEmpty,
  isNeverEmptyInput,
  isRequiredInput,
  targetOf,
} from './kit/fields/field-claims.ts';
export { fieldKind, fieldKinds } from './kit/fields/field-kinds.ts';
export type {
  DisplayKind,
  FieldKind,
  FilterShape,
  InputKind,
  StorageKind,
} from './kit/fields/field-kinds.ts';
export { isNumber, isText, longestMatched, maxLength, numberStep } from './kit/fields/field-limits.ts';
export {
  deepestJson,
  exactDigits,
  longestDate,
  longestKey,
  longestNumber,
  longestUuid,
} from './kit/fields/input-limits.ts';
export type { SampleKind } from './kit/fields/sample-shapes.ts';
export { invalidSamples, sampleValue } from './kit/fields/samples.ts';
export type { InvalidSample } from './kit/fields/samples.ts';
export { assumedScheme, webSchemes } from './kit/fields/web-schemes.ts';
export { fitName, longestIdentifier } from './kit/fit-name.ts';
export {
  adminCredentialsArtifact,
  adminPasswordArtifact,
  adminUserArtifact,
  backupFolderArtifact,
  environmentSecretsArtifact,
} from './kit/hooks/artifacts.ts';
export type { AdminUser } from './kit/hooks/artifacts.ts';
export { commandHook, deploy, initializeDatabase, lintCode, runTests } from './kit/hooks/command-hook.ts';
export type { CommandHookOptions, HookText } from './kit/hooks/command-hook.ts';
export { createEnv, makeSecret } from './kit/hooks/create-env.ts';
export { createSuperuser } from './kit/hooks/create-superuser.ts';
export type { SuperuserOptions } from './kit/hooks/create-superuser.ts';
export { displayInstructions } from './kit/hooks/display-instructions.ts';
export type { TypeCommand } from './kit/hooks/display-instructions.ts';
export { initGit } from './kit/hooks/init-git.ts';
export { installDependencies } from './kit/hooks/install-dependencies.ts';
export type { InstallOptions, MissingPackage } from './kit/hooks/install-dependencies.ts';
export { checkPermissions, initDirectories, validateSpec } from './kit/hooks/look-hooks.ts';
export type { Check } from './kit/hooks/look-hooks.ts';
export { readSettings } from './kit/hooks/package-source.ts';
export type { PackageSource, SourceAddress } from './kit/hooks/package-source.ts';
export { preBuildHooksOf } from './kit/hooks/pre-build-hooks.ts';
export type { PreBuildLook, RowsLook } from './kit/hooks/pre-build-hooks.ts';
export { failedStep, runSteps } from './kit/hooks/run-steps.ts';
export type { Step } from './kit/hooks/run-steps.ts';
export {
  backupExisting,
  createGitignore,
  formatCode,
  generateDocs,
  setPermissions,
} from './kit/hooks/tree-hooks.ts';
export { validateDependencies } from './kit/hooks/validate-dependencies.ts';
export { inexactDecimals } from './kit/inexact-decimals.ts';
export { oncePerSpec } from './kit/once-per-spec.ts';
export { ownerNote } from './kit/owner-note.ts';
export { buildPages } from './kit/pages/build-pages.ts';
export { formInputs, formPages, hasPages, surfacePages } from './kit/pages/entity-pages.ts';
export type { ExperiencePages, StepPage } from './kit/pages/experience-model.ts';
export type { Choice, FormFieldModel } from './kit/pages/form-model.ts';
export { longestSearch, pageRange, pageSize } from './kit/pages/list-limits.ts';
export type {
  ListColumn,
  ListFilter,
  ListModel,
  OrderKey,
  SearchKey,
  SortOption,
} from './kit/pages/list-model.ts';
export { leadingActions, unconnectedLabels } from './kit/pages/page-actions.ts';
export type { Address, PageLink } from './kit/pages/page-link.ts';
export type {
  DeletePage,
  Dependent,
  EntityPages,
  FormPage,
  FormSection,
  FreePage,
  HomeLink,
  HomePage,
  KeyModel,
  ListPage,
  Page,
  PageBase,
  PageModel,
  RecordLabel,
  ViewPage,
} from './kit/pages/page-model.ts';
export type { ShownField, ShownSection } from './kit/pages/shown-model.ts';
export { pageProtocol } from './kit/pages/page-protocol.ts';
export { targetAddress } from './kit/pages/target-address.ts';
export type { TargetAddress } from './kit/pages/target-address.ts';
export type {
  ActionModel,
  ExperienceTarget,
  HomeTarget,
  PageTarget,
  Target,
} from './kit/pages/target-model.ts';
export { databaseQuestion, timeZoneQuestion } from './kit/questions.ts';
export { printRules, schemaRules } from './kit/rows/field-rules.ts';
export type { FieldRules, SchemaRules, TableNames, TableRules } from './kit/rows/field-rules.ts';
export { readCounts, variableIn } from './kit/rows/look-at-rows.ts';
export type { RowCounts, RowsContext, RowsDatabase } from './kit/rows/look-at-rows.ts';
export type { KeptTable } from './kit/rows/row-checks.ts';
export type { RowsDialect } from './kit/rows/value-conditions.ts';
export { adminScreen } from './kit/screens/admin-screen.ts';
export type { AdminScreen } from './kit/screens/admin-screen.ts';
export { errorTexts } from './kit/screens/error-texts.ts';
export type { ErrorText } from './kit/screens/error-texts.ts';
export { formScreen } from './kit/screens/form-screen.ts';
export type { FormScreen } from './kit/screens/form-screen.ts';
export { homeGroups, navigationLinks } from './kit/screens/frame-screen.ts';
export type { HomeGroup, NavigationLink } from './kit/screens/frame-screen.ts';
export { listScreen, longestCell } from './kit/screens/list-screen.ts';
export type { ListScreen } from './kit/screens/list-screen.ts';
export { lookClasses } from './kit/screens/screen-part.ts';
export type { PartLook, ScreenPart } from './kit/screens/screen-part.ts';
export type { ScreenPrinter } from './kit/screens/screen-printer.ts';
export { problemTexts } from './kit/screens/problem-texts.ts';
export { screenWords } from './kit/screens/screen-words.ts';
export { viewScreen } from './kit/screens/view-screen.ts';
export type { ViewScreen } from './kit/screens/view-screen.ts';
export { databaseFact } from './kit/service/database-fact.ts';
export { developmentUrl, localAddress, packageName } from './kit/service/names-and-addresses.ts';
export { readmeValues } from './kit/service/readme-values.ts';
export type { ReadmeValues } from './kit/service/readme-values.ts';
export { serviceValues } from './kit/service/service-values.ts';
export type { ServiceValues } from './kit/service/service-values.ts';
export { variableFact } from './kit/service/variable-fact.ts';
export type { StatedVariable } from './kit/service/variable-fact.ts';
export { shortenedName } from './kit/shortened-name.ts';
export { splitBranches } from './kit/split-branches.ts';
export { unusedConstructs } from './kit/unused-constructs.ts';
export type { UnusedConstructs } from './kit/unused-constructs.ts';
export type { OutlinePart, ReadParts } from './plan/merge/index.ts';
export type { Declared, Literal, Meta } from './spec/app-spec-base.ts';
export type { DefaultValue, FieldSpec, FieldType } from './spec/app-spec-field.ts';
export type {
  ExperienceSpec,
  ForeignModelSpec,
  IntegrationActionSpec,
  IntegrationSpec,
  MappingValue,
  ServiceSpec,
  StepSpec,
  SyncSpec,
} from './spec/app-spec-flow.ts';
export type { TestAction, TestAssertion, TestOperator, TestSpec, TestValue } from './spec/app-spec-test.ts';
export type {
  ActionSpec,
  AppSpec,
  AttentionSpec,
  ConstraintSpec,
  Display,
  EntitySpec,
  OutcomeSpec,
  PersonaSpec,
  PersonaViewSpec,
  RegionSpec,
  SectionFieldSpec,
  SectionSpec,
  SurfaceMode,
  SurfaceSpec,
  UxSpec,
  WorkspaceSpec,
} from './spec/app-spec.ts';
export type { Aggregate, Comparison, Condition, Expression, Operand, SortKey } from './spec/condition.ts';
export type { Rename } from './spec/rename.ts';
export type { FormatOutcome, Formatter, FormatText } from './tree/format-tree.ts';
export { hcl, html, indent, js, json, py, sh, toml, yaml } from './tree/literals.ts';
export type { Once, Tree, TreeFile, WriteOptions } from './tree/tree.ts';
export { asTitle, inSentence, inWords, withArticle } from './words/phrases.ts';
export { plural, regularPlural } from './words/plural.ts';
export { camel, capitalize, kebab, pascal, snake } from './words/spellings.ts';
