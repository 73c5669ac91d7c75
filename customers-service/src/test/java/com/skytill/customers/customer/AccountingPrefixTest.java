package com.skytill.customers.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AccountingPrefixTest {

    @ParameterizedTest
    @CsvSource({
        // The first name's letters.
        "Piet Slabbert, PIE",
        "piet slabbert, PIE",
        "Thandi, THA",
        "Anna Maria Botha, ANN",
        // Titles are ignored.
        "Mr. Piet Slabbert, PIE",
        "Mr.Piet Slabbert, PIE",
        "MRS Anna Botha, ANN",
        "Ms Zanele Dube, ZAN",
        "Prof. Dr. Jan Smit, JAN",
        "Mnr Koos Nel, KOO",
        "Mr and Mrs Naidoo, NAI",
        "Mr & Mrs Naidoo, NAI",
        "Mr Mr, MRM",
        "Drew Smith, DRE",
        "Mister Smith, MIS",
        // Only an initial or a short first name: the surname fills it up.
        "G Joubert, GJO",
        "G. Joubert, GJO",
        "Mr G Joubert, GJO",
        "G. H. Joubert, GJO",
        "Jo Smith, JOS",
        "Jo Anne Smith, JOS",
        "Jo van der Merwe, JOV",
        "G J van Wyk, GVA",
        "G Janse van Rensburg, GJA",
        // Then X.
        "Jo, JOX",
        "A B, ABX",
        "A, AXX",
        // Special characters are ignored.
        "O'Brien Sean, OBR",
        "'\"Piet\" Slabbert', PIE",
        "D'Arcy, DAR",
        "J-P Nel, JPN",
        "P1et Slabbert, PET",
        "'  Piet   Slabbert ', PIE",
        "123, XXX",
        "李小龙, XXX",
        // Accents fold to ASCII.
        "Émile Zola, EMI",
        "Örjan Åberg, ORJ",
        "Øyvind Dahl, OYV",
        "Łukasz Nowak, LUK",
        "Æneas Berg, AEN",
        "Ég Þór, EGT",
        "Reneé, REN",
        "ßen Nel, SSE",
        "Ioannis, IOA"
    })
    void individualsPrefixIsOfTheFirstName(String name, String prefix) {
        assertEquals(prefix, AccountingPrefix.ofIndividual(name));
    }

    @ParameterizedTest
    @CsvSource({
        "Acme Wireless (Pty) Ltd, ACM",
        "BT Networks, BTN",
        "A1 Tech, ATE",
        "3Com, COM",
        "24/7 Wi-Fi, WIF",
        "S.A. Breweries, SAB",
        "Smith & Sons, SMI",
        "Dr. Smith Dental, SMI",
        "X, XXX",
        "Überlandwerk, UBE",
        "99, XXX"
    })
    void companysPrefixIsOfItsName(String companyName, String prefix) {
        assertEquals(prefix, AccountingPrefix.ofCompany(companyName));
    }

    @Test
    void chosenCodeMayHaveAPrefixToo() {
        assertEquals(Optional.of("PIE"), AccountingPrefix.ofCode("PIE001"));
        assertEquals(Optional.of("PIE"), AccountingPrefix.ofCode("pie1000"));
        assertEquals(Optional.empty(), AccountingPrefix.ofCode("PIE01"));
        assertEquals(Optional.empty(), AccountingPrefix.ofCode("PIET001"));
        assertEquals(Optional.empty(), AccountingPrefix.ofCode("PIE-001"));
    }
}
