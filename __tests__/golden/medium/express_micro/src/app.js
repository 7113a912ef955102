import path from 'node:path';
import { csrfSync } from 'csrf-sync';
import ejs from 'ejs';
import express from 'express';
import session from 'express-session';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { addSlash } from './addresses.js';
import { adminRoutes } from './admin/routes.js';
import { authRoutes, loadUser, requireLogin, requireStaff } from './auth/routes.js';
import { DatabaseSessionStore } from './auth/session-store.js';
import { root } from './config.js';
import { notFound, renderError } from './errors.js';
import { flashMessages } from './flash.js';
import { pageRoutes } from './routes/index.js';
import { requestValues, valueTexts } from './view-values.js';

const twoWeeks = 14 * 24 * 60 * 60 * 1000;

/** Makes the application over an open database. */
export function createApp({ db, config, log }) {
  const app = express();
  app.set('trust proxy', config.trustProxy);
  setUpViews(app, config);
  app.set('strict routing', true);
  app.use(
    pinoHttp({
      logger: log,
      autoLogging: { ignore: (req) => req.url === '/health' },
      serializers: {
        req: ({ id, method, url }) => ({ id, method, url }),
        res: ({ statusCode }) => ({ statusCode }),
      },
    }),
  );
  app.use(securityHeaders(config));
  app.use(
    '/static',
    express.static(path.join(root, 'public'), { maxAge: config.development ? 0 : '1h' }),
  );
  app.use('/static', notFound);

  app.get('/health', async (req, res) => {
    try {
      await db.ping();
      res.set('Cache-Control', 'no-store').json({ status: 'ok' });
    } catch (error) {
      req.log.error(error);
      res.status(503).json({ status: 'error', database: 'unreachable' });
    }
  });

  app.use(addSlash);
  app.use(express.urlencoded({ extended: false, limit: '2.5mb' }));
  app.use(
    session({
      name: 'session',
      secret: config.sessionSecret,
      store: new DatabaseSessionStore(db),
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: config.secureCookies, maxAge: twoWeeks },
    }),
  );
  app.use(flashMessages);

  const { csrfSynchronisedProtection, generateToken } = csrfSync({
    getTokenFromRequest: (req) => req.body?._csrf,
  });
  app.use(loadUser({ db }));
  app.use(csrfSynchronisedProtection);
  app.use((req, res, next) => {
    // Only a page with a form needs a token, and with it a session.
    res.locals.csrfToken = () => generateToken(req);
    Object.assign(res.locals, requestValues(req));
    next();
  });

  app.use(authRoutes({ db, config }));
  app.use(requireLogin);
  app.use('/admin', requireStaff, adminRoutes({ db, config }));
  app.use(pageRoutes({ db }));
  app.use(notFound);
  app.use(renderError);
  return app;
}

/** Views include each other by their address below `views`: `include('/partials/head')`. */
function setUpViews(app, config) {
  const views = path.join(root, 'views');
  const options = { root: views, cache: !config.development };
  app.engine('ejs', (file, values, callback) => ejs.renderFile(file, values, options, callback));
  app.set('views', views);
  app.set('view engine', 'ejs');
  app.set('view cache', !config.development);
  Object.assign(app.locals, valueTexts);
}

function securityHeaders(config) {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': config.secureCookies ? [] : null,
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: config.secureCookies,
  });
}
