using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Takes a device whose caller is authenticated through its approval: known already, approved on the spot, or left waiting.</summary>
internal sealed class DeviceAdmission(PairedDevices devices, PairingBook pairing, SetupCodes setups, SilentApproval silent)
{
    // A role that is taken away between two steps makes the device one that has to be approved; more often than once is no accident.
    private const int MaxRounds = 3;

    public async ValueTask<AdmissionOutcome> AdmitAsync(
        PairingRequest request, DeviceRecord? known, AuthResult auth, Peer peer, int protocol, CancellationToken cancellationToken)
    {
        if (auth.Setup is { } setup)
        {
            known = await setups.RedeemAsync(setup, request, cancellationToken);
            if (known is null)
            {
                return new AdmissionOutcome { SetupWasUsed = true };
            }
        }

        var judged = auth.Method == AuthMethods.DeviceToken ? known?.ActiveToken(request.Role) : null;
        for (var round = 0; round < MaxRounds; round++)
        {
            var need = PairingNeeds.Of(known, request);
            if (need != PairingNeed.None)
            {
                if (silent.PathFor(need, request, known, peer, auth.Method!, protocol) is not { } path)
                {
                    return new AdmissionOutcome { Need = need, Pending = await pairing.RequestAsync(request, cancellationToken), Known = known };
                }

                known = await pairing.ApproveDirectlyAsync(request, path, judged, cancellationToken);
                if (known is null)
                {
                    return new AdmissionOutcome { Need = need, TokenWasReplaced = judged is not null };
                }
            }

            if (await devices.AdmitAsync(known!, request.Role, request.Scopes, judged, cancellationToken) is { } admitted)
            {
                return new AdmissionOutcome
                {
                    Device = admitted,
                    OtherTokens = auth.Setup is null ? [] : devices.OtherTokens(known!, request.Role),
                };
            }

            // What let the caller in is gone. Another round would let it in, or even approve it anew, on the strength of nothing.
            if (judged is not null || auth.Setup is not null)
            {
                return new AdmissionOutcome { TokenWasReplaced = judged is not null, SetupWasUsed = auth.Setup is not null };
            }

            known = await devices.FindAsync(request.Device.Id, cancellationToken);
        }

        return new AdmissionOutcome { Need = PairingNeed.RoleUpgrade, Known = known };
    }

    /// <summary>The token of a device that is let in by other means; null unless it is approved already.</summary>
    public async ValueTask<AdmittedDevice?> RecallAsync(PairingRequest request, DeviceRecord? known, CancellationToken cancellationToken) =>
        PairingNeeds.Of(known, request) == PairingNeed.None
            ? await devices.AdmitAsync(known!, request.Role, request.Scopes, judged: null, cancellationToken)
            : null;
}
