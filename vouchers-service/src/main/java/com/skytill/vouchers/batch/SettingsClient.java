package com.skytill.vouchers.batch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** auth-service's settings, called with a token of this service's own. */
@RegisterRestClient(configKey = "settings")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/api/v1")
interface SettingsClient {

    /** The WISP's settings. */
    @GET
    @Path("/get_config_settings")
    Uni<Settings> get();

    /** What is wanted of them. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Settings(@JsonProperty("company_name") String companyName) {}
}
