package io.earshot.routes.cli;

import io.earshot.asr.model.ModelLibrary;

/**
 * A model that is at hand to be installed.
 *
 * @param putAway removes what was only brought for that
 */
record ModelParcel(ModelLibrary.Arrival arrival, Runnable putAway) {}
