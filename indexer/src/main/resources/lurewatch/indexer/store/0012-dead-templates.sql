-- What dead addresses of a site are known to say: asked for every short page that said something else before.
CREATE INDEX captures_dead ON captures (site, template) WHERE outcome = 'gone_template';
