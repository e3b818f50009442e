/// What the program says of itself.
enum Usage {
    static let text = """
        usage: cms COMMAND [OPTION...]

        Every command imports the content into a DynamoDB in the process first, or into a real one.

          demo                     import, list, search, publish, edit, and show how each is done
          list                     published articles, the newest first
              --limit N            how many on a page (10)
              --cursor CURSOR      where the page before ended
          show SLUG                one article
          search                   articles by one of these:
              --tag TAG            with a tag; also --from and --to
              --author ID          of an author; also --status
              --category PATH      in a category and below it; also --status
              --from DATE          published from this day on
              --to DATE            published up to this day
          due                      what is to be published
              --before DATE        before this day or moment (now)
          history SLUG             all versions of an article
          explain                  the request of each access pattern
          import DIR               import a folder on top; says what is wrong with which file

        Options of all commands:
          --content DIR            the content (the example's own)
          --now DATE               what to take for the time of day (2026-12-13T09:00:00Z)
          --table NAME             work on this table of a real DynamoDB, which is made if it is not there and stays: where
                                   and as whom is up to AWS_REGION, AWS_ENDPOINT_URL_DYNAMODB and so on
          --explain                print each request before its result
          --help                   print this

        Ends with 0 if all is well, 1 if something is not there, 64 if the arguments are wrong, 65 if files are.
        """
}
