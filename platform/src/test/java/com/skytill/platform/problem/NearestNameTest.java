package com.skytill.platform.problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("name", "product_code", "price", "product_id");

    @ParameterizedTest
    @CsvSource({"nmae,name", "Name,name", "productid,product_id", "product_cod,product_code", "prise,price", "naem,name"
    })
    void findsWhatWasMeant(String given, String meant) {
        assertEquals(Optional.of(meant), NearestName.of(given, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"zzzzzzzz", "latitude", "q"})
    void doesNotGuessFarFetched(String given) {
        assertEquals(Optional.empty(), NearestName.of(given, KNOWN));
    }
}
