import { Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { HttpError } from '../errors.js';
import { findUserByPassword, prepareFindUser } from './users.js';

/** Puts the user of the session into `req.user` and into the views. */
export function loadUser({ db }) {
  const findUser = prepareFindUser(db);
  return async (req, res, next) => {
    req.user = req.session.userId ? await findUser(req.session.userId) : null;
    res.locals.user = req.user;
    next();
  };
}

/** Sends a visitor who is not logged in to the login page, and back afterwards. */
export function requireLogin(req, res, next) {
  if (req.user) return next();
  res.redirect(`/login/?next=${encodeURIComponent(req.originalUrl)}`);
}

/** Admits staff only. */
export function requireStaff(req, res, next) {
  if (req.user?.isStaff) return next();
  next(new HttpError(403, 'Not allowed', 'You are not allowed to see this page.'));
}

/** The login and logout pages. */
export function authRoutes({ db, config }) {
  const router = Router();
  const limitLogins = rateLimit({
    windowMs: 15 * 60 * 1000,
    limit: 20,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    requestWasSuccessful: (req, res) => res.statusCode < 400,
    handler: (req, res) => {
      renderLogin(res.status(429), req.body, 'Too many attempts. Try again in a few minutes.');
    },
  });

  router.get('/login/', (req, res) => {
    if (req.user) return res.redirect(safeTarget(req.query.next));
    renderLogin(res, req.query);
  });

  router.post('/login/', limitLogins, async (req, res) => {
    const { username = '', password = '' } = req.body;
    if (!username || !password) return renderLogin(res.status(422), req.body);
    const user = await findUserByPassword(db, {
      username: String(username),
      password: String(password),
      secret: config.adminSecret,
    });
    if (!user) {
      return renderLogin(
        res.status(422),
        req.body,
        'Please enter a correct username and password. Note that the password is case-sensitive.',
      );
    }
    await regenerateSession(req);
    req.session.userId = user.id;
    res.redirect(safeTarget(req.body.next));
  });

  router.post('/logout/', (req, res, next) => {
    req.session.destroy((error) => {
      if (error) return next(error);
      res.clearCookie('session').redirect('/login/');
    });
  });

  return router;
}

function renderLogin(res, { username = '', password, next }, error = null) {
  const errors = {};
  if (res.statusCode === 422 && !username) errors.username = 'is required';
  if (res.statusCode === 422 && !password) errors.password = 'is required';
  const form = { values: { username: String(username) }, errors, error };
  res.render('login', { form, next: safeTarget(next) });
}

/** A path of this site to go to after the login; anything else, such as "//other.site" in any spelling, is the home page. */
function safeTarget(target) {
  const here = 'http://localhost';
  if (typeof target !== 'string' || !target.startsWith('/') || !URL.canParse(target, here)) {
    return '/';
  }
  const { origin, pathname, search } = new URL(target, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}

function regenerateSession(req) {
  return new Promise((resolve, reject) => {
    req.session.regenerate((error) => (error ? reject(error) : resolve()));
  });
}
