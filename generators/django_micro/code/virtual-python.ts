/** The Python of the application's virtual environment, relative to the backend's folder. */
export const virtualPython = process.platform === 'win32' ? '.venv\\Scripts\\python.exe' : '.venv/bin/python';

/** The pip of that environment. It is made last: where it is missing, the environment may be incomplete. */
export const virtualPip = process.platform === 'win32' ? '.venv\\Scripts\\pip.exe' : '.venv/bin/pip';
