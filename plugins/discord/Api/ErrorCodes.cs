namespace OpenClaw.Channels.Discord.Api;

/// <summary>Codes of Discord's that mean something here.</summary>
internal static class ErrorCodes
{
    public const int UnknownChannel = 10003;
    public const int UnknownMessage = 10008;
    public const int UnknownUser = 10013;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int TooLarge = 40005;
    public const int AlreadyAnswered = 40060;
    public const int MissingAccess = 50001;
    public const int EmptyMessage = 50006;
    public const int CannotWriteTo = 50007;
    public const int MissingPermissions = 50013;
    public const int ExpiredToken = 50027;
    public const int InvalidForm = 50035;
}
