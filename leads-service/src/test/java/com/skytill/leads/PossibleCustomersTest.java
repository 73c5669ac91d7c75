package com.skytill.leads;

import com.skytill.testing.parallel.Parallel;
import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.skytill.leads.Api.post;
import static com.skytill.leads.CustomersDouble.customer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Adding a lead warns of customers, and is never kept from it by them. */
@QuarkusTest
class PossibleCustomersTest {

    @ConfigProperty(name = "skytill.customers.url")
    URI url;

    private CustomersDouble customers;
    private final String email = Api.email();
    private final String phone = Api.phone();

    @BeforeEach
    void connect() {
        customers = new CustomersDouble(url);
    }

    @Test
    void customersWithTheSamePhoneOrAddressAreShownOnce() {
        String both = customer(1, email, phone);
        customers.finds(phone, both, customer(2, "other@example.org", phone));
        customers.finds(email, both, customer(3, email, "021 555 0100"));
        add().statusCode(201)
                .body("customers_checked", equalTo(true))
                .body("possible_customers.customer_id", equalTo(List.of(1, 2, 3)))
                .body("possible_customers[0].accounting_code", equalTo("PIE001"))
                .body("possible_customers[0]", not(hasKey("notes")));
    }

    @Test
    void unknownLeadHasNone() {
        add().statusCode(201).body("customers_checked", equalTo(true)).body("possible_customers.size()", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | oops | 0",
                "503 | | 0",
                "403 | {\"code\":\"insufficient_permission\",\"detail\":\"no\"} | 0",
                "200 | <html> | 0",
                "200 | {\"items\":7} | 0",
                "200 | {\"items\":[],\"next\":null} | 5000"
            })
    void leadIsAddedWhenCustomersCantBeLookedThrough(int status, String body, int afterMillis) {
        customers.find(
                email,
                aResponse()
                        .withStatus(status)
                        .withBody(body == null ? "" : body)
                        .withFixedDelay(afterMillis));
        int id = add().statusCode(201)
                .body("customers_checked", equalTo(false))
                .body("possible_customers.size()", equalTo(0))
                .extract()
                .path("lead.lead_id");
        Api.get(id).then().body("email", equalTo(email));
    }

    @Test
    void whoMayNotSeeCustomersIsShownNone() {
        customers.finds(email, customer(5, email, phone));
        post(
                        TestToken.of("sales_write", "review_write"),
                        "add_sales_lead",
                        Map.of("name", "Piet", "email", email, "phone", phone))
                .then()
                .statusCode(201)
                .body("customers_checked", equalTo(false))
                .body("possible_customers.size()", equalTo(0))
                .body("lead.lead_id", notNullValue());
        assertEquals(0, customers.searched(email) + customers.searched(phone));
    }

    @Test
    void manyAtOnceAreAddedThoughCustomersServiceIsSlow() {
        customers.find(email, aResponse().withStatus(200).withFixedDelay(5000));
        var statuses = Parallel.run(
                60,
                60,
                ignored -> post("add_sales_lead", Map.of("name", "Piet", "email", email))
                        .statusCode());
        assertEquals(60, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
    }

    private ValidatableResponse add() {
        return post("add_sales_lead", Map.of("name", "Piet", "email", email, "phone", phone))
                .then();
    }
}
