using OpenClaw.Agents.Offline.Conversations;

namespace OpenClaw.Agents.Offline.Scripts;

/// <summary>Remembers how often a question failed, so that "fail 2 times" is answered at the third attempt.</summary>
internal sealed class FailureLedger
{
    private const int MaxQuestions = 256;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _failed = [];

    public bool ShouldFail(PlannedFailure failure, Turn turn)
    {
        if (failure.Times is not { } times)
            return true;
        lock (_gate)
        {
            var soFar = _failed.GetValueOrDefault(turn.Fingerprint);
            if (soFar >= times)
            {
                _failed.Remove(turn.Fingerprint);
                return false;
            }

            if (_failed.Count >= MaxQuestions)
                _failed.Clear();
            _failed[turn.Fingerprint] = soFar + 1;
            return true;
        }
    }
}
