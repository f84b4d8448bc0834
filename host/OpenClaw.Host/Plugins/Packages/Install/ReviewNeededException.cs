namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Nothing was installed yet: somebody has to accept what the review says.</summary>
internal sealed class ReviewNeededException(InstallReview review) : Exception(Text(review))
{
    public InstallReview Review { get; } = review;

    private static string Text(InstallReview review)
    {
        var permissions = review.Permissions.Count == 0 ? "" : $" It says it will use: {string.Join(", ", review.Permissions)}.";
        var warnings = review.Warnings.Count == 0 ? "" : $" {string.Join(" ", review.Warnings)}";
        return $"{review.PackageName} {review.Version} has to be accepted first.{permissions}{warnings}";
    }
}
