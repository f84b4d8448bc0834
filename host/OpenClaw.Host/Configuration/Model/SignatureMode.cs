namespace OpenClaw.Host.Configuration.Model;

/// <summary>What signatures of plugin packages are good for.</summary>
internal enum SignatureMode
{
    /// <summary>Nobody looks at them.</summary>
    Off,

    /// <summary>A package that was changed after signing is refused; one without a trusted signature is taken with a warning.</summary>
    Warn,

    /// <summary>Only packages with a trusted signature are installed and loaded.</summary>
    Require,
}
