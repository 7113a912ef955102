import { describe, expect, it } from '@jest/globals';
import { models } from '../../../../generators/django_micro/generators/models.ts';
import { generate, specOf } from '../generate.ts';
import { tasks } from '../specs.ts';

const own = [models];

describe('the generator of models', () => {
  it('writes a model as Django has it', async () => {
    const { files } = await generate(specOf(tasks), own);
    const text = files.get('app/models.py')!;
    expect(text.slice(text.indexOf('class Task')).trimEnd()).toBe(`class Task(BaseModel):
    """Task"""

    class State(models.TextChoices):
        NEW = "new", "New"
        DONE = "done", "Done"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=20)
    state = models.CharField(max_length=50, choices=State, default=State.NEW)
    owner = models.ForeignKey("Person", on_delete=models.PROTECT, related_name="owner_tasks")
    helpers = models.ManyToManyField("Person", blank=True, related_name="helpers_tasks")
    created_at = models.DateTimeField(auto_now_add=True)

    label_field = "title"

    class Meta:
        verbose_name = "Task"
        verbose_name_plural = "Tasks"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=["new", "done"]), name="task_state_valid", violation_error_message="state has an invalid choice"),
        ]

    def __str__(self):
        return self.title`);
  });

  it('carries the history of renames on', async () => {
    const first = await generate(specOf(tasks), own);
    const second = await generate(specOf(tasks.replace('from: email', 'mail: email')), own, {
      existing: Object.fromEntries(first.files),
      renames: [{ kind: 'field', entity: 'Person', from: 'from', to: 'mail' }],
    });
    expect(second.files.get('app/schema_history.json')).toContain(
      '{"number":1,"models":{},"fields":{"Person":{"from_field":"mail"}}}',
    );
  });
});
