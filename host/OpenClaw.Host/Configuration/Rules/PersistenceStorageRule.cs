using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Rules;

internal sealed class PersistenceStorageRule : IConfigRule
{
    private const string StoragePath = "gateway.persistence.storage";

    public void Check(ConfigObject document, OpenClawConfig config, IssueList issues)
    {
        if (config.Gateway.Persistence.Storage is not "sqlite" and var storage)
        {
            issues.Error(StoragePath, document.Find(StoragePath),
                $"{StoragePath} \"{storage}\" needs a storage plugin; use \"sqlite\" or install one.", $"Set {StoragePath} to sqlite.");
        }
    }
}
