/** The Python of the application's virtual environment, relative to the backend's folder. */
export const virtualPython = process.platform === 'win32' ? '.venv\\Scripts\\python.exe' : '.venv/bin/python';

/** What installs packages into it; the last that is made of an environment. */
export const virtualPip = process.platform === 'win32' ? '.venv\\Scripts\\pip.exe' : '.venv/bin/pip';
