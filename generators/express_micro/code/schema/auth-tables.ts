import type { ColumnModel, TableModel } from './table-model.ts';

const plain: ColumnModel = {
  name: '',
  key: '',
  type: 'text',
  length: null,
  precision: null,
  scale: null,
  isNotNull: true,
  isPrimaryKey: false,
  isAutoIncrement: false,
  isUnique: false,
  default: null,
  enumValues: null,
  references: null,
  field: null,
};

/** The tables of user accounts and sessions; `templates/express_micro/src/db/auth-schema.js.ejs` must declare the same. */
export const authTables: readonly TableModel[] = [
  {
    entity: null,
    name: 'auth_user',
    key: 'authUsers',
    columns: [
      { ...plain, name: 'id', key: 'id', isPrimaryKey: true },
      { ...plain, name: 'username', key: 'username', isUnique: true },
      { ...plain, name: 'email', key: 'email', default: '' },
      { ...plain, name: 'password_hash', key: 'passwordHash' },
      { ...plain, name: 'is_staff', key: 'isStaff', type: 'boolean', default: false },
      { ...plain, name: 'is_active', key: 'isActive', type: 'boolean', default: true },
      { ...plain, name: 'created_at', key: 'createdAt', type: 'timestamp' },
    ],
    primaryKey: [],
    indexes: [],
    checks: [],
  },
  {
    entity: null,
    name: 'auth_session',
    key: 'authSessions',
    columns: [
      { ...plain, name: 'id', key: 'id', isPrimaryKey: true },
      { ...plain, name: 'content', key: 'content' },
      { ...plain, name: 'expires_at', key: 'expiresAt', type: 'integer' },
    ],
    primaryKey: [],
    indexes: [{ name: 'auth_session_expires_at_idx', isUnique: false, columns: ['expires_at'] }],
    checks: [],
  },
];
