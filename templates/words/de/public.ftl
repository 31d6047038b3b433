## public
