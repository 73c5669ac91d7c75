package com.skytill.platform.caller;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PermissionTest {

    @Test
    void writeIncludesReadAndStrangersNamesArePassedOver() {
        assertEquals(
                Set.of(Permission.RADIUS_READ, Permission.RADIUS_WRITE),
                Permission.ofCodes(List.of("radius_write", "openid", "RADIUS_READ")));
        assertEquals(Set.of(Permission.SALES_READ), Permission.ofCodes(List.of("sales_read")));
    }
}
