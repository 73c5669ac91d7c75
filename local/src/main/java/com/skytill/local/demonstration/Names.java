package com.skytill.local.demonstration;

import java.util.List;
import java.util.Random;

/** What South Africans, their streets and their businesses are called. */
final class Names {

    static final List<String> FIRST = words("""
            Thandi Sipho Lerato Pieter Anna Johan Nomsa Bongani Zanele Willem Elsa Mandla Precious Hendrik Marlene Themba Ayanda
            Francois Riana Kagiso Lindiwe Gerhard Chantel Nkosana Busisiwe Deon Sonja Tshepo Palesa Jacques Karin Vusi Nandi Stefan
            Ilse Mpho Refilwe Andries Yolandi Siyabonga Nomvula Riaan Annelie Lwazi Khanyi Dawid Esmari Thabo Naledi Craig Michelle
            Sizwe Boitumelo Kobus Liezel Musa Ntombi Ruan Carmen Xolani Zodwa Brendan Tracey Jabu Lebo Charl Anke Luyanda Unathi
            Yusuf Fatima Imraan Ayesha Rajesh Priya Kavish Shanthi Ashwin Nazeem Shireen Faizel Zainab Ebrahim Gadija Keagan Jolene
            Warren Melanie Dylan Candice Neil Bronwyn Gavin Heather Alan Susan Rory Kim Graham Debbie""");

    static final List<String> LAST = words("""
            Dlamini Nkosi Botha Naidoo Khumalo Pretorius Mokoena Smith Ndlovu Fourie Sithole Kruger Mthembu Venter Radebe Steyn
            Zulu Nel Mahlangu Coetzee Molefe Swart Ngcobo Meyer Tshabalala Visser Cele Slabbert Buthelezi Marais Maseko Wessels
            Gumede Erasmus Modise Jacobs Zwane Louw Mabuza Petersen Moyo Davids Shabalala Abrahams Phiri Williams Motaung Adams
            Baloyi Hendricks Chauke Jordaan Mkhize Engelbrecht Vilakazi Lombard Hadebe Theron Xaba Potgieter Langa Basson Majola
            Malan Mbatha Joubert Ntuli Burger Govender Moodley Pillay Reddy Chetty Maharaj Singh Khan Patel Ebrahim Isaacs
            Arendse Cupido Fortuin Jansen Julies Klaasen Lakay Manuel October September Roberts Thompson Wilson Campbell Murray
            Stewart Baker Cloete Olivier Rossouw Conradie Truter Viljoen""");

    private static final List<String> PLACES = words("""
            Karoo Breede Langeberg Protea Fynbos Aloe Witzenberg Kogmans Keisie Cango Swartberg Camdeboo Outeniqua Overberg Acacia
            Fiscal Bokmakierie Springbok Kudu Eland Quiver Sonskyn Bergzicht Rivierzicht Welgemoed Kloof Vlei Nuwerus Mooi Groot""");

    private static final List<String> TRADES = List.of(
            "Wines",
            "Guest House",
            "Attorneys",
            "Motors",
            "Fruit Packers",
            "Hardware",
            "Primary School",
            "Dental Practice",
            "Estates",
            "Dairy",
            "Café",
            "Logistics",
            "Pharmacy",
            "Engineering",
            "Accountants",
            "Lodge",
            "Nursery",
            "Bakery",
            "Veterinary Clinic",
            "Security",
            "Butchery",
            "Print and Design",
            "Irrigation",
            "Furniture");

    private static final List<String> STREETS = List.of(
            "Church Street",
            "Voortrekker Road",
            "Long Street",
            "Protea Avenue",
            "Mandela Drive",
            "Bath Street",
            "Reitz Street",
            "Kerk Street",
            "Market Street",
            "Piet Retief Street",
            "Durban Street",
            "High Street",
            "Van Riebeeck Street",
            "Keerom Street",
            "Berg Street",
            "Plein Street",
            "Sarel Cilliers Street",
            "Barry Street",
            "Fabriek Road",
            "Station Road");

    private Names() {}

    static String person(Random random) {
        return pick(FIRST, random) + " " + pick(LAST, random);
    }

    static String company(Random random) {
        return pick(PLACES, random) + " " + pick(TRADES, random);
    }

    static String address(Town town, Random random) {
        return 1 + random.nextInt(180) + " " + pick(STREETS, random) + ", " + town.name() + ", " + town.postalCode();
    }

    static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** A mobile number, another one for each index below 40 000. */
    static String phone(int index) {
        var networks = List.of("82", "83", "72", "76");
        // 7919 and 10 000 have no common divisor, so that the last four digits repeat after 10 000 numbers at the
        // earliest.
        int last = (int) ((index * 7919L + 1234) % 10_000);
        return "+27 %s 555 %04d".formatted(networks.get(index / 10_000), last);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
