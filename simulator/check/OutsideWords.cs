namespace SwapEdge.Simulator;

/// <summary>Options of the outside in words for a trace.</summary>
public static class OutsideWords
{
    private static readonly string[] People =
    [
        "", "confirm pressed", "selector on manual", "manual and confirm pressed", "selector on maintenance",
        "maintenance and confirm pressed", "maintenance with the key switch off", "key switch off",
    ];

    private static readonly string[] Troubles =
    [
        "", "safety chain open", "abort pressed", "fire", "driver aborts", "city aborts", "lock disagrees for long",
        "lock too fast", "sensors disagree for long", "pack reports a runaway",
        "smoke in a bay", "alarm in the store bay", "alarm in the take bay",
        "another vehicle is read",
    ];

    private static readonly string[] Vehicles =
        ["", "vehicle out of position", "vehicle moves", "handbrake off", "gear in"];

    private static readonly string[] LockPictures =
        ["", "one point closed, the rest open", "one point between, the rest open", "one point open, the rest closed",
            "one point between, the rest closed"];

    public static string Of(Outside outside, int option) => outside switch
    {
        Outside.Person => People[option],
        Outside.Trouble => Troubles[option],
        Outside.Vehicle => Vehicles[option],
        Outside.HighVoltage => option == 1 ? "high voltage on" : "a relay welded",
        Outside.Bus => option == 1 ? "vehicle's bus silent" : option == 2 ? "lock frame silent" : "BMS silent",
        Outside.Release => "release not permitted",
        Outside.HoistReady => "hoist not ready",
        Outside.Identity => option == 1 ? "identity unknown" : "vehicle not authorised",
        Outside.Verdict => option == 1 ? "pack unknown" : "pack rejected",
        Outside.Health => "pack not healthy",
        Outside.Grant => "bays not granted",
        Outside.BayHeard => "bay silent",
        Outside.StoreBay => "store bay not ready",
        Outside.TakeBay => "new pack not ready",
        Outside.LockPicture => LockPictures[option],
        Outside.Service => "out of service",
        _ => "",
    };
}
