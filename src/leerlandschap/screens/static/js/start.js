// SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
// SPDX-License-Identifier: EUPL-1.2

// The one script a page loads: <script type="module" src="…/js/start.js">, beside htmx and its stream extension.

import { startAids } from "./aids.js";
import { startClock } from "./clock.js";
import { startCoach } from "./coach.js";
import { startConnection } from "./connection.js";
import { startDots } from "./dots.js";
import { startForms } from "./forms.js";
import { startMaking } from "./making.js";
import { startSums } from "./sums.js";

document.documentElement.dataset.js = "";
startForms();
startConnection();
startClock();
startAids();
startDots();
startCoach();
startMaking();
startSums();
