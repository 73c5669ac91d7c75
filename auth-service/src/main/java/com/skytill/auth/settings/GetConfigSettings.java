package com.skytill.auth.settings;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Query;
import com.skytill.platform.operation.Section;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Tells clients how this WISP writes money, dates and its own name. */
@Singleton
final class GetConfigSettings implements Query<GetConfigSettings.None> {

    record None() {}

    private final SettingsStore store;
    private final WispConfig wisp;

    GetConfigSettings(SettingsStore store, WispConfig wisp) {
        this.store = store;
        this.wisp = wisp;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.one(
                        "get_config_settings",
                        Section.CONFIGURATION,
                        null,
                        "Tells the WISP's settings",
                        "Time zone, currency, VAT and country are the deployment's; the rest may be changed by staff.",
                        ConfigSettingsView.class)
                .failingBy();
    }

    @Override
    public None read(ParameterReader in) {
        return new None();
    }

    @Override
    public Uni<ConfigSettingsView> answer(None parameters, Caller caller) {
        return store.get().map(wisp::view);
    }
}
