-- Run once by a superuser, before the program's first start:
--   psql -v owner_password=... -v runtime_password=... -f postgresql-roles.sql
-- Then: ConnectionStrings__ShuangDaMigrations = ...;Username=shuangda_owner;...   (owns the tables, changes them)
--       ConnectionStrings__ShuangDa           = ...;Username=shuangda;...         (runs; may add journal rows, not change or delete them)
\set ON_ERROR_STOP on
CREATE ROLE shuangda_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE shuangda LOGIN PASSWORD :'runtime_password';
CREATE DATABASE shuangda OWNER shuangda_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
\connect shuangda
ALTER SCHEMA public OWNER TO shuangda_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- What the account that runs may do. The program grants this by itself at each start, after the tables stand;
-- whoever makes the tables by hand (postgresql.sql) runs these afterwards, as shuangda_owner:
--   GRANT USAGE ON SCHEMA public TO "shuangda";
--   GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "shuangda";
--   GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO "shuangda";
--   REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM "shuangda";
--   REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON schema_version, orleansquery FROM "shuangda";
