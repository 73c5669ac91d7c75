package com.skytill.leads;

import com.skytill.testing.token.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** A parameter may be as long by a form as by JSON. */
@QuarkusTest
class LongFormTest {

    @Test
    void longTextIsTakenByAForm() {
        String notes = "é".repeat(2000);
        given().header("Authorization", TestToken.administrator().bearer())
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("name", "Long Form")
                .formParam("phone", "+27 21 555 9911")
                .formParam("notes", notes)
                .post("/api/v1/add_sales_lead")
                .then()
                .statusCode(201)
                .body("lead.notes", equalTo(notes));
    }
}
