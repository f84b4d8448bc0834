using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>The table of requests for consent.</summary>
internal static class ApprovalsSchema
{
    private const string First =
        """
        CREATE TABLE exec_approvals (
            id TEXT PRIMARY KEY,
            ended_at INTEGER,
            body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX exec_approvals_open ON exec_approvals (id) WHERE ended_at IS NULL;
        """;

    public static IReadOnlyList<Migration> Migrations { get; } = [new Migration("approvals", 1, First)];
}
