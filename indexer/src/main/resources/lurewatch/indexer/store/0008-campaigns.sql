-- Which postings belong together, see docs/decisions/0016-campaigns.md. A replay fills it for what was
-- recorded before.

-- A text with its slots taken out. shingles: 32-bit, sorted, big-endian; none where it says too little.
CREATE TABLE wordings (
    wording INTEGER PRIMARY KEY,
    digest INTEGER NOT NULL UNIQUE,
    shingles BLOB NOT NULL,
    postings INTEGER NOT NULL,
    campaign INTEGER NOT NULL
) STRICT;
CREATE INDEX wordings_by_campaign ON wordings (campaign);

-- The shingles of each wording's sample; of a common one, the first wordings that have it.
CREATE TABLE wording_shingles (
    shingle INTEGER NOT NULL,
    wording INTEGER NOT NULL,
    PRIMARY KEY (shingle, wording)
) STRICT, WITHOUT ROWID;

-- Both ways. rare: shingles of both samples that are not common; -1 where the link holds without any.
CREATE TABLE wording_links (
    wording INTEGER NOT NULL,
    other INTEGER NOT NULL,
    rare INTEGER NOT NULL,
    PRIMARY KEY (wording, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE wording_contacts (
    contact INTEGER NOT NULL REFERENCES contacts,
    site TEXT NOT NULL,
    wording INTEGER NOT NULL,
    postings INTEGER NOT NULL,
    PRIMARY KEY (contact, site, wording)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_contacts_by_wording ON wording_contacts (wording);

-- What a posting was placed by, as it last stood. contacts: keys.
CREATE TABLE campaign_seats (
    posting INTEGER PRIMARY KEY REFERENCES postings,
    wording INTEGER NOT NULL,
    contacts TEXT NOT NULL
) STRICT;
CREATE INDEX campaign_seats_by_wording ON campaign_seats (wording);

-- founder: the posting that was first seen first, by which the campaign is named.
CREATE TABLE campaigns (
    campaign INTEGER PRIMARY KEY,
    founder INTEGER NOT NULL,
    postings INTEGER NOT NULL,
    wordings INTEGER NOT NULL
) STRICT;
CREATE INDEX campaigns_by_postings ON campaigns (postings);
