namespace OpenClaw.Host.Configuration;

/// <summary>Gives the snapshot in force. Take it once per request, message or run, and keep to it.</summary>
internal interface IConfigSource
{
    OpenClawConfig Current { get; }
}
