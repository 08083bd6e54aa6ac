using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The part of a reading that people, the safety chain and the bays make.</summary>
public static class PanelReading
{
    public static void Fill(Letter letter, LaneReading into)
    {
        Person person = (Person)letter[Outside.Person];
        Trouble trouble = (Trouble)letter[Outside.Trouble];
        into.Set(LaneSensor.KeySwitchOn, person is not (Person.KeyOff or Person.MaintenanceKeyOff));
        into.ConfirmEdge = person is Person.Confirms or Person.ManualConfirms or Person.MaintenanceConfirms;
        into.Set(LaneSensor.ManualSelected, person is Person.Manual or Person.ManualConfirms);
        into.Set(LaneSensor.MaintenanceSelected,
            person is Person.Maintenance or Person.MaintenanceConfirms or Person.MaintenanceKeyOff);
        into.Set(LaneSensor.SafetyChainClosed, trouble != Trouble.SafetyChain);
        into.Set(LaneSensor.FireLoopClosed, trouble != Trouble.Fire);
        into.Set(LaneSensor.AbortPressed, trouble == Trouble.Abort);
        into.Set(LaneSensor.DriverAborts, trouble == Trouble.DriverAborts);
        into.CityAborts = trouble == Trouble.CityAborts;
        into.LockDisagrees = trouble == Trouble.LockDisagrees;
        into.LockTooFast = trouble == Trouble.LockTooFast;
        into.SensorsDisagree = trouble == Trouble.SensorsDisagree;
        into.RunawayReported = trouble == Trouble.Runaway;
        into.BaySmoke = trouble == Trouble.BaySmoke;
        into.StoreBayAlarm = trouble == Trouble.StoreBayAlarm;
        into.TakeBayAlarm = trouble == Trouble.TakeBayAlarm;
        into.OtherIdentity = trouble == Trouble.OtherVehicle;
        into.OutOfService = letter[Outside.Service] != 0;
        into.Set(LaneSensor.ReleasePermitted, letter[Outside.Release] == 0);
    }

    public static void FillBays(Letter letter, bool storeFilled, bool takeEmptied, LaneReading into)
    {
        bool heard = letter[Outside.BayHeard] == 0;
        bool granted = letter[Outside.Grant] == 0;
        into.BothGranted = granted;
        into.BaySilent = !heard;
        into.StoreBayFilled = heard && storeFilled;
        into.TakeBayEmptied = heard && takeEmptied;
        into.StoreBayReady = heard && granted && !storeFilled && letter[Outside.StoreBay] == 0;
        into.NewPackReady = heard && granted && !takeEmptied && letter[Outside.TakeBay] == 0;
    }
}
