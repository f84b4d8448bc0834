using NuGet.Versioning;

namespace OpenClaw.Host.Plugins.Packages.Resolution;

/// <summary>Which versions of a plugin were asked for: one, a floating one such as <c>1.*</c>, a range, or the latest.</summary>
internal sealed class VersionChoice
{
    private const string Latest = "latest";

    private readonly NuGetVersion? _exact;
    private readonly VersionRange? _range;

    private VersionChoice(NuGetVersion? exact, VersionRange? range)
    {
        _exact = exact;
        _range = range;
    }

    public bool IsExact => _exact is not null;

    public static VersionChoice Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Equals(Latest, StringComparison.OrdinalIgnoreCase))
            return new VersionChoice(exact: null, range: null);
        if (NuGetVersion.TryParse(text, out var version))
            return new VersionChoice(version, range: null);
        return VersionRange.TryParse(text, allowFloating: true, out var range)
            ? new VersionChoice(exact: null, range)
            : throw new PackageException($"'{text}' is no version. Write one (1.2.0), a floating one (1.*), a range ([1.0,2.0)) or latest.");
    }

    /// <summary>Those that will do, the one to take first.</summary>
    public IReadOnlyList<NuGetVersion> Order(IReadOnlyList<NuGetVersion> versions)
    {
        if (_exact is not null)
            return [.. versions.Where(version => version == _exact).Take(1)];
        if (_range is not { Float: { FloatBehavior: not NuGetVersionFloatBehavior.None } floating })
            return [.. versions.Where(version => Fits(version)).OrderDescending()];

        List<NuGetVersion> left = [.. versions.Where(floating.Satisfies)];
        List<NuGetVersion> ordered = [];
        while (_range.FindBestMatch(left) is { } best)
        {
            left.Remove(best);
            ordered.Add(best);
        }

        return ordered;
    }

    public override string ToString() => _exact?.ToNormalizedString() ?? _range?.OriginalString ?? Latest;

    private bool Fits(NuGetVersion version) => _range is null
        ? !version.IsPrerelease
        : _range.Satisfies(version) && (!version.IsPrerelease || _range.MinVersion is { IsPrerelease: true });
}
