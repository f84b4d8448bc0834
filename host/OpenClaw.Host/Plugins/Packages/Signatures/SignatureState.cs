namespace OpenClaw.Host.Plugins.Packages.Signatures;

/// <summary>What the bytes of a package and of its signature say, whoever made it.</summary>
internal enum SignatureState
{
    Unsigned,

    /// <summary>The signature is about exactly these bytes.</summary>
    Valid,

    /// <summary>There is a signature, and it is not about these bytes, or is none at all.</summary>
    Broken,
}
