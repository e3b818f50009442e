import EntityMacrosLite

/// Schools that share a table, each of which sees its own.
struct Campus: ServiceDefinition {
    let name = "campus"
    let table = Table("campus", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk", projection: .keysOnly)
        TimeToLive("forgottenAt")
    }
    var entities: EntityList { Course(); Student(); Enrolment(); Visit(); Notice() }
}

/// Everything of a school starts its keys with it.
protocol SchoolScoped: EntityDefinition { var schoolID: Attribute<String> { get } }
extension SchoolScoped { var school: KeyTemplate { "SCHOOL#\(schoolID)" } }

/// What students sit in.
struct Course: SchoolScoped {
    let schoolID = Attribute<String>(.tenant)
    let courseID = Attribute<String>()
    let title = Attribute<String>()
    let seats = Attribute<Int>(.range(0...), .default(30))

    var accessPatterns: AccessPatterns {
        Primary("course", partition: "\(school)#COURSE#\(courseID)", sort: "COURSE")
        Index("courses", on: .gsi1, partition: "\(school)#COURSES", sort: "COURSE#\(courseID)")
    }
}

/// Who sits in courses.
struct Student: SchoolScoped, Findable {
    let schoolID = Attribute<String>(.tenant)
    let studentID = Attribute<String>()
    let name = Attribute<String>()
    let email = Attribute<String?>(.unique(within: \Student.schoolID))
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("student", partition: "\(school)#STUDENT#\(studentID)", sort: "STUDENT", collection: "dossier")
        Index("roll", on: .gsi1, partition: "\(school)#STUDENTS", sort: "\(name)#\(studentID)")
    }
}

/// That a student sits in a course: found from both ends.
struct Enrolment: SchoolScoped {
    let schoolID = Attribute<String>(.tenant)
    let studentID = Attribute<String>()
    let courseID = Attribute<String>()
    let grade = Attribute<Int?>()

    var accessPatterns: AccessPatterns {
        Primary(
            "coursesOf", partition: "\(school)#STUDENT#\(studentID)", sort: "ENROLMENT#\(courseID)",
            collection: "dossier")
        Index(
            "studentsOf", on: .gsi1, partition: "\(school)#COURSE#\(courseID)", sort: "ENROLMENT#\(studentID)")
    }
}

/// When a student came.
struct Visit: SchoolScoped {
    let schoolID = Attribute<String>(.tenant)
    let studentID = Attribute<String>()
    let number = Attribute<Int>()
    let forgottenAt = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary(
            "visits", partition: "\(school)#STUDENT#\(studentID)", sort: "VISIT#\(number, width: 6)",
            collection: "dossier")
        Index("register", on: .gsi2, partition: "\(school)#VISITS", sort: "\(number, width: 6)#\(studentID)")
    }
}

/// What all schools are told: nobody's in particular.
struct Notice: EntityDefinition {
    let noticeID = Attribute<String>(.length(1...))
    let text = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("notice", partition: "NOTICE#\(noticeID)", sort: "NOTICE")
        Index("notices", on: .gsi1, partition: "NOTICES", sort: "\(noticeID)")
    }
}
