package com.skytill.vouchers;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;

import java.util.function.Function;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

/** products-service as the tests see it: products in the shape of its real answers. */
public final class TestProducts {

    /** One device, a gigabyte, a day from the first use. */
    public static final String DAY = "DAY";
    /** Three devices, six gigabytes. */
    public static final String BIG = "BIG";
    /** One hour online. */
    public static final String HOUR = "HOUR";
    /** No limit but speeds of zero, a week from its issue. */
    public static final String ZERO = "ZERO";
    /** A lifetime of an hour from its issue. */
    public static final String BRIEF = "BRIEF";
    /** No limit at all, for nine devices. */
    public static final String FREE = "FREE";
    /** Not for vouchers. */
    public static final String ACCOUNT = "ACCOUNT";
    /** Not sold any more. */
    public static final String RETIRED = "RETIRED";

    /** What {@link #DAY} says, wherever it is served. */
    public static final String DAY_TERMS =
            "\"data_cap\":1000000000,\"validity\":\"PT24H\",\"validity_starts\":\"first_use\"";

    /** One page with all of them. */
    public static final String ALL = page(
            product(11, DAY, DAY_TERMS),
            product(12, BIG, "\"data_cap\":6000000000,\"max_devices\":3"),
            product(13, HOUR, "\"time_quota\":\"PT1H\""),
            product(
                    14,
                    ZERO,
                    "\"download_kbps\":0,\"upload_kbps\":0,\"validity\":\"PT168H\",\"validity_starts\":\"issue\""),
            product(15, BRIEF, "\"validity\":\"PT1H\",\"validity_starts\":\"issue\""),
            product(16, ACCOUNT, "\"kind\":\"account\""),
            product(18, FREE, "\"max_devices\":9"),
            product(17, RETIRED, "\"status\":\"retired\""));

    private TestProducts() {}

    /** A product; what is given comes last, so it counts. */
    public static String product(long id, String code, String more) {
        return "{\"product_id\":%d,\"product_code\":\"%s\",\"name\":\"%s\",\"kind\":\"hotspot\",\"status\":\"active\","
                        .formatted(id, code, code)
                + "\"price\":\"10.00\",\"download_kbps\":2048,\"upload_kbps\":512,\"data_cap\":null,"
                + "\"description\":null,\"created_at\":\"2026-01-01T00:00:00Z\"," + more + "}";
    }

    /** A page that is the last. */
    public static String page(String... products) {
        return "{\"items\":[" + String.join(",", products) + "],\"next\":null,\"changed_through\":100}";
    }

    /** Serves that page, through the server or a client of it. */
    static void serve(com.github.tomakehurst.wiremock.WireMockServer server, String page) {
        serve(server::stubFor, page);
    }

    /** Serves that page. */
    public static void serve(WireMock server, String page) {
        serve(server::register, page);
    }

    private static void serve(Function<MappingBuilder, StubMapping> server, String page) {
        var ignored = server.apply(
                get(urlPathEqualTo("/api/v1/get_available_data_products")).willReturn(okJson(page)));
    }
}
