namespace OpenClaw.Host.Storage;

/// <summary>One step of a room's schema. Versions of a room count 1, 2, 3 without gaps and are never edited once released.</summary>
internal sealed record Migration(string Room, int Version, string Sql);
