#!/usr/bin/env node
// The anpo command, where it is started from this folder.
import '../../anpo/bin/anpo.js';
