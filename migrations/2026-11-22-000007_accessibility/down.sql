DROP TABLE accessibility_statements;
