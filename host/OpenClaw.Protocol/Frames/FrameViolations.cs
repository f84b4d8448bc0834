namespace OpenClaw.Protocol.Frames;

/// <summary>Violations that only a frame can have.</summary>
internal static class FrameViolations
{
    public const string UnusableName = "at root: property name must be text without NUL or unpaired surrogate";

    public static string TooDeep { get; } = $"at root: must NOT nest deeper than {GatewayLimits.MaxDepth} levels";

    public static string UnusableString(RequestMember member) =>
        $"at {Path(member)}: must be text without NUL or unpaired surrogate";

    private static string Path(RequestMember member) => member switch
    {
        RequestMember.Type => FrameNames.TypePath,
        RequestMember.Id => FrameNames.IdPath,
        RequestMember.Method => FrameNames.MethodPath,
        RequestMember.Params => "/params",
        RequestMember.TraceParent => FrameNames.TraceParentPath,
        RequestMember.ExpectedProfileId => FrameNames.ExpectedProfileIdPath,
        _ => "root",
    };
}
