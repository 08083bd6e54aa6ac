[assembly: System.Reflection.AssemblyVersion("1.7.11.0")]

namespace System
{
    public static class Environment { public static extern long TickCount64 { get; } }
}

namespace nanoFramework.Runtime.Native
{
    public static class GC { public static extern uint Run(bool compactHeap); }

    public class Power { public static extern void RebootDevice(RebootOption rebootOption); }

    public static class Rtc { public static extern bool SetSystemTime(System.DateTime time); }

    public enum RebootOption { NormalReboot = 0 }
}
