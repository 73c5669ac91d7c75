package com.skytill.vouchers.customer;

import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** customers-service, called with a token of this service's own. */
@RegisterRestClient(configKey = "customers")
@RegisterProvider(OidcClientRequestReactiveFilter.class)
@Path("/api/v1")
interface CustomersClient {

    /**
     * The customers that changed at that change number or later, cancelled ones too.
     *
     * @param after the next of the page before; null for the first
     */
    @GET
    @Path("/get_customers")
    Uni<CustomerChanges> changes(
            @RestQuery("changed_since") long changedSince, @RestQuery int limit, @RestQuery String after);

    /** The customer with that ID or accounting code; fails with a 404 when there is none. */
    @GET
    @Path("/get_customer")
    Uni<CustomerChanges.Item> customer(@RestQuery("customer_id") String reference);
}
