import type { Artifact, ArtifactKey } from '../../backend/artifact.ts';

/** The administrator's user name and e-mail address, without the password. */
export interface AdminUser {
  readonly username: string;
  readonly email: string;
}

function key<T>(name: string, secret = false): ArtifactKey<T> {
  const made: ArtifactKey<T> = {
    name,
    secret,
    of: (value: T): Artifact => ({ key: made as ArtifactKey<unknown>, value }),
  };
  return Object.freeze(made);
}

/** Made by `create_superuser`. */
export const adminUserArtifact = key<AdminUser>('admin_user');

/** The path of the credentials file: POSIX, relative to the project. Made by `create_superuser`. */
export const adminCredentialsArtifact = key<string>('admin_credentials');

/** The administrator's password; masked in every report. Made by `create_superuser`. */
export const adminPasswordArtifact = key<string>('admin_password', true);

/** The values of the secret variables in `.env`, so that no output shows them. Made by `create_env`. */
export const environmentSecretsArtifact = key<readonly string[]>('environment_secrets', true);

/**
 * The folder, relative to the project, for dated copies of the files that a commit replaces; made by
 * `backup_existing`, read by the build.
 */
export const backupFolderArtifact = key<string>('backup_folder');
