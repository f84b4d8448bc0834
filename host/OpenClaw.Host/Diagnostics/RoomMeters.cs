namespace OpenClaw.Host.Diagnostics;

/// <summary>Names of the meters, one per room. A collector takes all of them with <see cref="Pattern"/>.</summary>
internal static class RoomMeters
{
    public const string Pattern = "OpenClaw.*";

    public const string Agents = "OpenClaw.Agents";

    public const string Channels = "OpenClaw.Channels";

    public const string Configuration = "OpenClaw.Configuration";

    public const string Diagnostics = "OpenClaw.Diagnostics";

    public const string Events = "OpenClaw.Events";

    public const string Gateway = "OpenClaw.Gateway";

    public const string Hosting = "OpenClaw.Hosting";

    public const string Http = "OpenClaw.Http";

    public const string Plugins = "OpenClaw.Plugins";

    public const string Rpc = "OpenClaw.Rpc";

    public const string Security = "OpenClaw.Security";

    public const string Sessions = "OpenClaw.Sessions";

    public const string Storage = "OpenClaw.Storage";

    public const string Tools = "OpenClaw.Tools";
}
