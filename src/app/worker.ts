import { expose } from 'comlink';
import { Session } from '../model/session';

expose(new Session());
