import { expose } from 'comlink';
import { Session } from '../model/session/session';

expose(new Session());
