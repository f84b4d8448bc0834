namespace OpenClaw.Plugins;

/// <summary>The version of this contract assembly. A manifest's <c>contract</c> range is compared with it before any code is loaded.</summary>
public static class ContractVersion
{
    /// <summary>The current version, SemVer 2.0. Members are only added inside a major version.</summary>
    public const string Current = "1.1.0";
}
