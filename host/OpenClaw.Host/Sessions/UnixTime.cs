namespace OpenClaw.Host.Sessions;

/// <summary>The wire and the tables count milliseconds since 1970.</summary>
internal static class UnixTime
{
    extension(TimeProvider time)
    {
        public long UnixMs => time.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
