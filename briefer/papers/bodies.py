"""What the Council's working parties deal with, as their names have it after “Working Party on”."""

from __future__ import annotations

FIELDS = (
    "Animal Products", "Asylum", "Audiovisual and Media Services", "Aviation", "Civil Law Matters",
    "Civil Protection", "Company Law", "Competition", "Consumer Protection and Information",
    "Conventional Arms Exports", "Cooperation in Criminal Matters", "Culture", "Customs Union", "Cyber Issues",
    "Data Protection", "Development Cooperation", "Drugs", "Dual-Use Goods", "E-Justice",
    "Eastern Europe and Central Asia", "Education", "Energy", "Enhancing Resilience and Countering Hybrid Threats",
    "Enlargement and Countries Negotiating Accession to the EU", "Environment",
    "External Aspects of Asylum and Migration", "Financial Agricultural Questions", "Financial Services",
    "Fisheries", "Fisheries Policy", "Forestry", "Frontiers",
    "Fundamental Rights, Citizens' Rights and Free Movement of Persons", "General Matters", "Human Rights",
    "Humanitarian Aid and Food Aid", "Information", "Integration, Migration and Expulsion",
    "Intellectual Property", "Internal and External Fisheries Policy", "International Environment Issues",
    "JHA Information Exchange", "Judicial Cooperation in Criminal Matters", "Land Transport",
    "Latin America and the Caribbean", "Non-Proliferation", "Own Resources", "Plants",
    "Preparation of International Development Conferences", "Public Health", "Public International Law",
    "Research", "Schengen Matters", "Shipping", "Social Questions", "Space", "Sport", "Staff Regulations",
    "Statistics", "Substantive Criminal Law", "Tax Questions", "Taxation", "Technical Harmonisation",
    "Telecommunications and Information Society", "Terrorism", "Tourism", "Trade Questions", "Transport",
    "Veterinary Experts", "Visa", "Western Balkans Region", "Youth", "e-Law",
)  # fmt: skip
