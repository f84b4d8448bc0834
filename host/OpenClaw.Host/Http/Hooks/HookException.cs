namespace OpenClaw.Host.Http.Hooks;

/// <summary>A request that is not taken. The text is meant for its sender.</summary>
internal sealed class HookException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static HookException Invalid(string message) => new(StatusCodes.Status400BadRequest, message);
}
