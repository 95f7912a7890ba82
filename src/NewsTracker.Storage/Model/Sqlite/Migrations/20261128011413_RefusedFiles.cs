using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NewsTracker.Storage.Model.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RefusedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DismissedNames",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DismissedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    DismissedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DismissedNames", x => x.Slug);
                });

            migrationBuilder.CreateTable(
                name: "RefusedFiles",
                columns: table => new
                {
                    FullPath = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Code = table.Column<int>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedFiles", x => x.FullPath);
                });

            // What was refused so far is known by its path below the folder alone.
            migrationBuilder.Sql(
                """
                INSERT INTO "RefusedFiles" ("FullPath", "Path", "Sha256", "Code", "Message", "Line", "RunId")
                SELECT "Path", "Path", "Sha256", coalesce("Code", 0), coalesce("Message", ''), "Line", "RunId"
                FROM "Receipts"
                WHERE "Outcome" = 3 AND "Id" IN (SELECT max("Id") FROM "Receipts" GROUP BY "Path")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DismissedNames");

            migrationBuilder.DropTable(
                name: "RefusedFiles");
        }
    }
}
