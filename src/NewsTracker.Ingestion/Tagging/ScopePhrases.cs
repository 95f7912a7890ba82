namespace NewsTracker.Ingestion.Tagging;

/// <summary>The words that tell the tracker's own field; what the field is does not change with the catalogue.</summary>
static class ScopePhrases
{
    /// <summary>Names of the technology and of what it does.</summary>
    public static IReadOnlyList<string> Core { get; } =
    [
        "facial recognition*", "face recognition*", "facial rec", "facerecognition", "facialrecognition", "recognition of faces", "facial and voice recognition", "face and voice recognition", "facial and object recognition", "face and object recognition", "face recognising", "face recognizing",
        "facial id", "facial identification*", "face identification*", "facial identity", "facial authentication*", "face authentication*", "facial verification*",
        "face verification*", "facial match*", "face match*", "facial comparison*", "face comparison*", "facial scan*", "face scan*", "face scanner*", "faceprint*", "face print*",
        "facial print*", "facial template*", "facial biometric*", "face biometric*", "biometric face*", "biometric facial", "facial detection", "face detection", "facial analysis", "face analysis",
        "facial surveillance", "face surveillance", "face spying", "face search*", "facial search*", "facial unlock*", "face unlock*", "facial image database*", "face database*",
        "face id", "faceid", "face pass", "face swiping", "face payment*", "facial payment*", "facial pay*", "pay by face", "pay with your face", "smile to pay", "facial login", "face login",
        "facial liveness", "face liveness", "facial tech", "facial technology", "facial software", "facial ai", "facial data", "live facial", "liveness detection",
        "recognise faces", "recognize faces", "recognises faces", "recognizes faces", "recognising faces", "recognizing faces", "recognises your face", "recognizes your face", "recognize your face", "recognise your face",
        "identify faces", "identifying faces", "identifies faces", "scan faces", "scans faces", "scanning faces", "scan your face", "scans your face", "scanning your face",
        "scraped faces", "collecting faces", "matching faces", "track faces", "tracking faces", "faces scanned", "face scanned", "racist face*", "anti facial", "masked faces", "masked face",
        "face tracking", "face mask recognition", "face processing", "face analytics", "facial analytics", "facial tracking", "deepface", "facenet", "gesichtserkennung*", "reconnaissance faciale",
        "reconocimiento facial", "reconhecimento facial", "riconoscimento facciale", "gezichtsherkenning", "ansiktsigenkänning*", "распознавание лиц", "распознавания лиц", "人脸识别", "人臉辨識", "刷脸", "顔認証", "顔認識", "얼굴 인식", "안면 인식", "안면인식",
    ];

    /// <summary>Words of a headline that make a mention in the text more than a passing one.</summary>
    public static IReadOnlyList<string> Hints { get; } =
    [
        "face", "faces", "facial", "biometric*", "recognition tech*", "recognition software", "surveillance", "identity verification", "digital identity", "body camera*", "cctv", "camera*", "mugshot*",
        "boarding", "passport*", "deepfake*", "eyewitness*", "liveness",
    ];
}
