package com.skytill.vouchers.batch;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import jakarta.inject.Singleton;

import java.util.Objects;

/** The WISP's name, as its settings in auth-service have it; a sheet without it is better than none. */
@Singleton
final class Company {

    private static final Logger LOG = Logger.getLogger(Company.class);

    private final SettingsClient settings;

    Company(@RestClient SettingsClient settings) {
        this.settings = settings;
    }

    /** Its name; empty when auth-service does not tell it. */
    Uni<String> name() {
        return settings.get()
                .map(answer -> Objects.requireNonNullElse(answer.companyName(), ""))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("A print sheet has no company name, for it can't be asked for: %s", failure))
                .onFailure()
                .recoverWithItem("");
    }
}
