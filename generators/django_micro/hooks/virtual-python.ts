/** The Python of the application's virtual environment, relative to the backend's folder. */
export const virtualPython = process.platform === 'win32' ? '.venv\\Scripts\\python.exe' : '.venv/bin/python';
