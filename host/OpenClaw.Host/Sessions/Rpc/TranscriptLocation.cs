using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>Says where a transcript lies in the one database that holds them all.</summary>
internal static class TranscriptLocation
{
    public static string Of(SqliteDatabase database, string transcriptId) => $"{database.Path}#messages/{transcriptId}";
}
