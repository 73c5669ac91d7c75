package com.skytill.auth;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static com.skytill.auth.Provider.form;
import static com.skytill.auth.Provider.query;
import static com.skytill.auth.Provider.request;
import static com.skytill.auth.Provider.submit;
import static com.skytill.auth.Provider.withoutToken;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The sign-in form. */
@QuarkusTest
class SignInTest {

    @Test
    void signInPageIsStrictAndEscapesWhatItEchoes() {
        var page = given().queryParams(request(Map.of("state", "\"><script>alert(1)</script>")))
                .get("/oauth/authorize");
        page.then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("form-action 'self' https://till.example"))
                .header("Cache-Control", "no-store")
                .body(not(containsString("<script")));
        assertTrue(page.getDetailedCookie("skytill_form").isHttpOnly());
    }

    @Test
    void signInIsRefusedAlikeForUnknownUserAndWrongPassword() {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        String unknown = submit(formToken, formToken, "nobody", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        String wrong = submit(formToken, formToken, "admin", "wrong")
                .then()
                .statusCode(401)
                .extract()
                .asString();
        assertEquals(withoutToken(unknown).replace("nobody", "admin"), withoutToken(wrong));
        assertTrue(!wrong.contains("wrong\""));
        submit(formToken, "another", "admin", Installation.ADMIN)
                .then()
                .statusCode(400)
                .header("Set-Cookie", nullValue());
        submit(null, formToken, "admin", Installation.ADMIN).then().statusCode(400);
        submit(formToken, formToken, "' or 1=1 --", "' or 1=1 --").then().statusCode(401);
        submit(formToken, formToken, "admin", Installation.ADMIN + "x".repeat(80))
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "x\r\nSet-Cookie: a=b",
                "client_id=first",
                "https://evil.example/",
                "client_id=first&client_id=first"
            })
    void signInGoesOnNowhereElse(String query) {
        var page = given().queryParams(request(Map.of())).get("/oauth/authorize");
        String formToken = page.getCookie("skytill_form");
        form().cookie("skytill_form", formToken)
                .redirects()
                .follow(false)
                .formParam("token", formToken)
                .formParam("query", query)
                .formParam("username", "admin")
                .formParam("password", Installation.ADMIN)
                .post("/oauth/sign-in")
                .then()
                .statusCode(400)
                .header("Location", nullValue());
    }

    @Test
    void twoTabsMaySignInOneAfterTheOther() {
        String first =
                given().queryParams(request(Map.of())).get("/oauth/authorize").getCookie("skytill_form");
        String second = given().cookie("skytill_form", first)
                .queryParams(request(Map.of()))
                .get("/oauth/authorize")
                .getCookie("skytill_form");
        assertEquals(first, second);
    }
}
