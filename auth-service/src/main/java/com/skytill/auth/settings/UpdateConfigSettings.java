package com.skytill.auth.settings;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

/** Changes the settings that are staff's, not the deployment's. */
@Singleton
final class UpdateConfigSettings implements Update<SettingsChanges, Void> {

    private final SettingsStore store;
    private final WispConfig wisp;

    UpdateConfigSettings(SettingsStore store, WispConfig wisp) {
        this.store = store;
        this.wisp = wisp;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "update_config_settings",
                        Section.CONFIGURATION,
                        Permission.SYSTEM_WRITE,
                        "Changes the WISP's settings",
                        "What is not given stays as it is. Time zone, currency, VAT and country are the deployment's.",
                        "settings",
                        ConfigSettingsView.class)
                .failingBy();
    }

    @Override
    public SettingsChanges read(ParameterReader in) {
        return SettingsChanges.read(in);
    }

    @Override
    public Uni<Void> check(SettingsChanges changes, Caller submitter) {
        // Whatever can be read can be set.
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Outcome> apply(SettingsChanges changes, Void checked, Caller submitter) {
        return store.update(changes)
                .chain(store::get)
                .map(settings -> Outcome.changed("settings", "wisp", wisp.view(settings)));
    }
}
